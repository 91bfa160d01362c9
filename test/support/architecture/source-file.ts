import { type Expression, type Node, type ParamPattern, parseSync, type StringLiteral, Visitor } from 'oxc-parser'

/** One file of the project: `path` from the root with forward slashes. */
export type SourceText = { readonly path: string; readonly text: string }

/** What a file leans on, as a compiler sees it. Type imports count: a type is a dependency too. */
export type SourceFacts = {
  readonly path: string
  /** Every module named: static, dynamic, type-only, re-exported, required. `undefined` for one that is worked out at run time. */
  readonly imports: readonly { readonly module: string | undefined; readonly isTypeOnly: boolean }[]
  /** Global names it uses that it does not declare, with one member where one is read: `Math.sin`, `Date`. */
  readonly globals: readonly string[]
}

/** A part of a pattern that may declare names: of `const { a: [b] = [] } = c` all but the defaults. */
type Pattern = Extract<Node, { type: 'Identifier' }> | ParamPattern

/** What the file imports and uses. A file that cannot be parsed is an error: it would be allowed everything. */
export function factsOf({ path, text }: SourceText): SourceFacts {
  const { program, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`)
  const imports: { module: string | undefined; isTypeOnly: boolean }[] = []
  const declared = new Set<string>()
  const used = new Set<string>()
  /** Identifiers that only name a member or a key; and what is read of those that stand for an object. Whoever holds them is visited before them. */
  const keys = new Set<unknown>()
  const members = new Map<unknown, string>()

  function declare(pattern: Pattern | null): void {
    if (pattern === null) return
    if (pattern.type === 'Identifier') declared.add(pattern.name)
    else if (pattern.type === 'AssignmentPattern') declare(pattern.left)
    else if (pattern.type === 'RestElement') declare(pattern.argument)
    else if (pattern.type === 'TSParameterProperty') declare(pattern.parameter)
    else if (pattern.type === 'ArrayPattern') pattern.elements.forEach(declare)
    else for (const each of pattern.properties) declare(each.type === 'RestElement' ? each : each.value)
  }
  const note = (source: Expression | StringLiteral | undefined, isTypeOnly: boolean) => imports.push({ module: literalText(source), isTypeOnly })
  const named = ({ id }: { readonly id: Pattern | null }) => declare(id)
  const taking = ({ params }: { readonly params: readonly ParamPattern[] }) => params.forEach(declare)
  const callable = (node: { readonly id: Pattern | null; readonly params: readonly ParamPattern[] }) => {
    named(node)
    taking(node)
  }
  const keyed = ({ key, computed }: { readonly key: Node; readonly computed: boolean }) => {
    if (!computed) keys.add(key)
  }

  new Visitor({
    ImportDeclaration: ({ source, importKind, specifiers }) => {
      note(source, importKind === 'type')
      for (const specifier of specifiers) {
        declare(specifier.local)
        if (specifier.type === 'ImportSpecifier') keys.add(specifier.imported)
      }
    },
    ExportNamedDeclaration: ({ source, exportKind, specifiers }) => {
      if (source !== null) note(source, exportKind === 'type')
      for (const { local, exported } of specifiers) {
        keys.add(exported)
        if (source !== null) keys.add(local)
      }
    },
    ExportAllDeclaration: ({ source, exportKind, exported }) => {
      note(source, exportKind === 'type')
      keys.add(exported)
    },
    TSImportType: ({ source }) => note(source, true),
    TSExternalModuleReference: ({ expression }) => note(expression, false),
    ImportExpression: ({ source }) => note(source, false),
    CallExpression: ({ callee, arguments: [first] }) => {
      if (callee.type === 'Identifier' && callee.name === 'require') note(first?.type === 'SpreadElement' ? undefined : first, false)
    },
    VariableDeclarator: ({ id, init }) => {
      declare(id)
      const first = id.type === 'ObjectPattern' ? id.properties[0] : undefined
      if (first?.type === 'Property' && init?.type === 'Identifier') members.set(init, nameOf(first.key))
    },
    CatchClause: ({ param }) => declare(param),
    FunctionDeclaration: callable,
    FunctionExpression: callable,
    ArrowFunctionExpression: taking,
    TSFunctionType: taking,
    TSConstructorType: taking,
    TSCallSignatureDeclaration: taking,
    TSIndexSignature: ({ parameters }) => parameters.forEach(declare),
    TSMethodSignature: (node) => {
      keyed(node)
      taking(node)
    },
    ClassDeclaration: named,
    ClassExpression: named,
    TSTypeAliasDeclaration: named,
    TSTypeParameter: ({ name }) => declare(name),
    TSMappedType: ({ key }) => declare(key),
    MemberExpression: (node) => {
      keyed({ key: node.property, computed: node.computed })
      if (node.object.type === 'Identifier') members.set(node.object, node.computed ? nameOf(node.property, 'Literal') : nameOf(node.property))
    },
    TSQualifiedName: ({ right }) => keys.add(right),
    MetaProperty: ({ meta, property }) => {
      keys.add(meta)
      keys.add(property)
    },
    Property: keyed,
    MethodDefinition: keyed,
    PropertyDefinition: keyed,
    TSPropertySignature: keyed,
    Identifier: (node) => {
      if (!keys.has(node)) used.add(node.name + (members.get(node) ?? ''))
    },
  }).visit(program)

  const globals = [...used].filter((name) => !declared.has(name.split('.')[0] ?? ''))
  return { path, imports, globals }
}

/** The text of a string, or of a template without anything to fill in. */
function literalText(node: Expression | StringLiteral | undefined): string | undefined {
  if (node?.type === 'TemplateLiteral' && node.quasis.length === 1) return node.quasis[0]?.value.cooked ?? undefined
  return node?.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined
}

/** `.sin` of `Math.sin`, of `Math['sin']` and of `const { sin } = Math`; nothing of a name that is worked out. */
function nameOf(key: Node, kind?: 'Literal'): string {
  if (key.type === 'Identifier' && kind === undefined) return `.${key.name}`
  return key.type === 'Literal' && typeof key.value === 'string' ? `.${key.value}` : ''
}
