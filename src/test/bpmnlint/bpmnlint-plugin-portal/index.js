'use strict';

module.exports = {
  configs: {
    recommended: {
      rules: {
        'id-prefix': 'error',
        'split-default': 'error',
        'split-flow-name': 'error',
        'split-question': 'error',
        'user-task-documentation': 'error'
      }
    }
  }
};
