/** The option that rules about flows share. */
export const unsureOption = { type: 'boolean', description: 'Also report data that passed through a call out of sight on its way.' } as const;
export const unsureSchema = [{ type: 'object', additionalProperties: false, properties: { unsure: unsureOption } }] as const;
