const { backendHouse } = require('../../scripts/lint/house');

module.exports = require('@backstage/cli/config/eslint-factory')(
  __dirname,
  backendHouse(__dirname),
);
