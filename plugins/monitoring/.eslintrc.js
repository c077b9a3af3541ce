const { screensHouse } = require('../../scripts/lint/house');

module.exports = require('@backstage/cli/config/eslint-factory')(
  __dirname,
  screensHouse(),
);
