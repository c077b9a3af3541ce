/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('monitoring_objects', table => {
    table.comment('What Sightline provisioned, as the last run left it');
    table.string('key', 512).primary().comment('entityRef|kind|id');
    table.string('entity_ref', 255).notNullable().index();
    table.string('kind', 32).notNullable();
    table.string('target', 255).notNullable();
    table.string('uid', 255).notNullable();
    table.text('title').notNullable();
    table.string('state', 16).notNullable();
    table.text('reason').nullable();
    table.text('url').nullable();
    table
      .string('hash', 64)
      .nullable()
      .comment('Content that was last written');
    table.text('differences').nullable().comment('JSON');
    table.dateTime('applied_at').nullable();
    table.dateTime('unwanted_since').nullable();
  });
  await knex.schema.createTable('monitoring_runs', table => {
    table.comment('What each reconcile did');
    table.string('id', 36).primary();
    table.dateTime('started_at').notNullable().index();
    table.dateTime('finished_at').nullable();
    table.string('trigger', 16).notNullable();
    table.text('counts').notNullable().comment('JSON');
    table.text('errors').notNullable().comment('JSON');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('monitoring_runs');
  await knex.schema.dropTable('monitoring_objects');
};
