// Generated from the files of this folder by `npm run generate`.

export const rules = {};
