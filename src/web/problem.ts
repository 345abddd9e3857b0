/** A file, or a choice, with which nothing can be done: told in the page as it stands, in a sentence for the office. */
export class FileProblem extends Error {}
