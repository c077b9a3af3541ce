/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('monitoring_reconciled_entities', table => {
    table.comment('When a reconcile last looked at an entity');
    table.string('entity_ref', 255).primary();
    table.dateTime('reconciled_at').notNullable();
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('monitoring_reconciled_entities');
};
