// Where in the guide a person is, by the task of the model. A step that asks once more has the number of that question as well.

const CANCELLATION = 6;
const WITHDRAWAL = 3;

const STEPS = {
  userTask_selectContract: { number: 1, of: CANCELLATION },
  userTask_requestCancellation: { number: 2, of: CANCELLATION },
  userTask_giveReason: { number: 3, of: CANCELLATION },
  userTask_giveReasonAndDomain: { number: 3, of: CANCELLATION },
  userTask_confirmRequest: { number: 4, of: CANCELLATION, question: 5 },
  userTask_requestCompleted: { number: 6, of: CANCELLATION },
  userTask_withdrawDraft: { number: 1, of: WITHDRAWAL, question: 2 },
  userTask_draftWithdrawn: { number: 3, of: WITHDRAWAL }
};

/** The step of a task, or undefined for a task that is none of a path. */
export const stepOf = taskDefinitionKey => STEPS[taskDefinitionKey];
