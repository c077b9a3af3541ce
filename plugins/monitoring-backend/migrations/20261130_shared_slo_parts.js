/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('monitoring_shared_parts', table => {
    table.comment('What entities gave to shared SLO rules, as last applied');
    table.string('target', 255).notNullable();
    table.string('key', 512).notNullable();
    table.primary(['target', 'key']);
    table.string('entity_ref', 255).notNullable().index();
    table.string('hash', 64).notNullable();
    table.text('content', 'mediumtext').notNullable().comment('JSON');
  });
  await knex.schema.createTable('monitoring_locks', table => {
    table.comment('Which run has what only one at a time may have');
    table.string('name', 64).primary();
    table.string('run_id', 36).notNullable();
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('monitoring_locks');
  await knex.schema.dropTable('monitoring_shared_parts');
};
