module.exports = {
  root: true,
  ...require('@backstage/cli/config/eslint-factory').createConfigForRole(
    undefined,
    'node-library',
  ),
};
