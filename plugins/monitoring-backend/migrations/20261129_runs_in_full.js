/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('monitoring_objects', table => {
    table.string('environment', 255).nullable();
    table.text('theirs').nullable().comment('JSON: what a person wrote');
    table.text('decisions').nullable().comment('JSON: what can be decided');
    table.text('decided').nullable().comment('JSON: what a person decided');
    table.integer('retry_failures').nullable();
    table.dateTime('retry_at').nullable();
    table
      .string('failed_hash', 64)
      .nullable()
      .comment('Content whose write failed');
  });
  await knex.schema.alterTable('monitoring_runs', table => {
    table.string('status', 16).notNullable().defaultTo('succeeded').index();
    table.string('mode', 16).notNullable().defaultTo('apply');
    table.string('user_ref', 255).nullable();
    table.string('entity_ref', 255).nullable().index();
    table.integer('entities').nullable();
    table.boolean('complete').notNullable().defaultTo(true);
    table.text('phases').nullable().comment('JSON');
    table.text('brake').nullable().comment('JSON');
    table
      .boolean('eventful')
      .notNullable()
      .defaultTo(true)
      .index()
      .comment('It wrote, failed or waits');
    table
      .string('likeness', 64)
      .nullable()
      .index()
      .comment('Equal runs that did nothing replace each other');
    table
      .boolean('requested')
      .notNullable()
      .defaultTo(false)
      .comment('A person asked for it, and none has begun it yet');
    table.string('stopped_by', 255).nullable().comment('Who asked it to stop');
    table
      .dateTime('heartbeat_at')
      .nullable()
      .comment('When the process that runs it last said so');
  });
  await knex.schema.createTable('monitoring_run_steps', table => {
    table.comment('Steps of runs that are worth knowing');
    table.string('run_id', 36).notNullable();
    table.integer('position').notNullable();
    table.primary(['run_id', 'position']);
    table.string('outcome', 16).nullable();
    table.string('kind', 32).notNullable();
    table.string('entity_ref', 255).notNullable();
    table.text('step').notNullable().comment('JSON');
  });
  await knex.schema.createTable('monitoring_decisions', table => {
    table.comment('What persons decided about single objects');
    table.string('key', 512).primary();
    table.string('decision', 16).notNullable();
    table.string('theirs', 64).notNullable();
    table.string('ours', 64).notNullable();
    table.string('user_ref', 255).notNullable();
    table.dateTime('decided_at').notNullable();
  });
  await knex.schema.createTable('monitoring_pauses', table => {
    table.comment('What persons paused');
    table.string('scope', 255).primary().comment('An entity ref, or all');
    table.string('user_ref', 255).notNullable();
    table.dateTime('paused_at').notNullable();
    table.text('reason').nullable();
  });
  await knex.schema.createTable('monitoring_brake_answers', table => {
    table.comment('What a person last said to the brake of deletions');
    table.string('id', 16).primary();
    table.string('digest', 64).notNullable();
    table.string('answer', 16).notNullable();
    table.string('user_ref', 255).notNullable();
    table.dateTime('answered_at').notNullable();
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('monitoring_brake_answers');
  await knex.schema.dropTable('monitoring_pauses');
  await knex.schema.dropTable('monitoring_decisions');
  await knex.schema.dropTable('monitoring_run_steps');
  await knex.schema.alterTable('monitoring_runs', table => {
    table.dropIndex('status');
    table.dropIndex('entity_ref');
    table.dropIndex('eventful');
    table.dropIndex('likeness');
    table.dropColumns(
      'status',
      'mode',
      'user_ref',
      'entity_ref',
      'entities',
      'complete',
      'phases',
      'brake',
      'eventful',
      'likeness',
      'requested',
      'stopped_by',
      'heartbeat_at',
    );
  });
  await knex.schema.alterTable('monitoring_objects', table => {
    table.dropColumns(
      'environment',
      'theirs',
      'decisions',
      'decided',
      'retry_failures',
      'retry_at',
      'failed_hash',
    );
  });
};
