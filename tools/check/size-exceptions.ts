/** Files and functions that are larger than the budget, each with its reason; `path` or `path#function`. */
export const sizeExceptions: Readonly<Record<string, string>> = {};
