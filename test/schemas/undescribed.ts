/** What of a JSON Schema's node matters here; all other nodes are reached as its members. */
export interface SchemaNode {
  readonly description?: string;
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly definitions?: Readonly<Record<string, SchemaNode>>;
}

/** The properties, anywhere in a schema, for which neither they nor the definition that they refer to have a description. */
export function undescribed(schema: SchemaNode): string[] {
  const isDescribed = ({ description, $ref }: SchemaNode): boolean =>
    Boolean(description ?? schema.definitions?.[decodeURIComponent($ref?.split('/').at(-1) ?? '')]?.description);
  const visit = (node: SchemaNode, path: string): string[] => {
    const own = Object.entries(node.properties ?? {}).filter(([, property]) => !isDescribed(property));
    const members = Object.entries(node).filter(([, member]) => typeof member === 'object' && member !== null);
    return [
      ...own.map(([name]) => `${path}.${name}`),
      ...members.flatMap(([name, member]) => visit(member as SchemaNode, `${path}/${name}`)),
    ];
  };
  return visit(schema, '');
}
