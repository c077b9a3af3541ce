/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('monitoring_fingerprint_keys', table => {
    table.comment('Keys of the hashes by which secrets are compared');
    table.string('id', 32).primary();
    table
      .string('key', 64)
      .notNullable()
      .comment('Random; of no use elsewhere');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('monitoring_fingerprint_keys');
};
