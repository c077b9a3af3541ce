const { plainHouse } = require('../../scripts/lint/house');

module.exports = require('@backstage/cli/config/eslint-factory')(
  __dirname,
  plainHouse(),
);
