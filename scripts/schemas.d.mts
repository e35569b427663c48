/** The schema files as they should be: name of the file → text. */
export function renderSchemas(): Promise<Map<string, string>>;
