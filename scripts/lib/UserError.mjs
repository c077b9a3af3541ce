/** Something that the person at the keyboard can put right. Shown as one sentence, without a stack. */
export class UserError extends Error {}
