import ts from 'typescript'

/** One file of the project: `path` from the root with forward slashes. */
export type SourceText = { readonly path: string; readonly text: string }

/** What a file leans on, as the compiler sees it. Type imports count: a type is a dependency too. */
export type SourceFacts = {
  readonly path: string
  /** Every module named: static, dynamic, type-only, re-exported, required. `undefined` for one that is worked out at run time. */
  readonly imports: readonly { readonly module: string | undefined; readonly isTypeOnly: boolean }[]
  /** Global names it uses that it does not declare, with one member where one is read: `Math.sin`, `Date`. */
  readonly globals: readonly string[]
}

export function factsOf({ path, text }: SourceText): SourceFacts {
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true, kind)
  const imports: { module: string | undefined; isTypeOnly: boolean }[] = []
  const declared = new Set<string>()
  const used = new Set<string>()

  function note(specifier: ts.Node | undefined, isTypeOnly: boolean): void {
    imports.push({ module: specifier !== undefined && ts.isStringLiteralLike(specifier) ? specifier.text : undefined, isTypeOnly })
  }

  function visit(node: ts.Node): void {
    if (ts.isImportDeclaration(node)) note(node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword)
    else if (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined) note(node.moduleSpecifier, node.isTypeOnly)
    else if (ts.isImportTypeNode(node)) note(ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined, true)
    else if (ts.isExternalModuleReference(node)) note(node.expression, false)
    else if (ts.isCallExpression(node) && isImporting(node)) note(node.arguments[0], false)
    if (ts.isIdentifier(node)) {
      if (isDeclaration(node)) declared.add(node.text)
      else if (isReference(node)) used.add(node.text + memberRead(node))
    }
    ts.forEachChild(node, visit)
  }
  visit(source)

  const globals = [...used].filter((name) => !declared.has(name.split('.')[0] ?? ''))
  return { path, imports, globals }
}

function isImporting(call: ts.CallExpression): boolean {
  return call.expression.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(call.expression) && call.expression.text === 'require')
}

function isDeclaration(name: ts.Identifier): boolean {
  const { parent } = name
  if (ts.isImportSpecifier(parent) || ts.isImportClause(parent) || ts.isNamespaceImport(parent)) return true
  const isNamed =
    ts.isVariableDeclaration(parent) ||
    ts.isParameter(parent) ||
    ts.isBindingElement(parent) ||
    ts.isFunctionDeclaration(parent) ||
    ts.isFunctionExpression(parent) ||
    ts.isClassDeclaration(parent) ||
    ts.isTypeAliasDeclaration(parent) ||
    ts.isTypeParameterDeclaration(parent)
  return isNamed && parent.name === name
}

/** False where the identifier only names a member or a key. */
function isReference(name: ts.Identifier): boolean {
  const { parent } = name
  if (ts.isPropertyAccessExpression(parent) || ts.isQualifiedName(parent))
    return (ts.isPropertyAccessExpression(parent) ? parent.expression : parent.left) === name
  if (ts.isPropertyAssignment(parent)) return parent.initializer === name
  if (ts.isBindingElement(parent)) return parent.initializer === name
  const isMemberName =
    ts.isPropertySignature(parent) || ts.isPropertyDeclaration(parent) || ts.isMethodDeclaration(parent) || ts.isMethodSignature(parent)
  return !(isMemberName && parent.name === name) && !ts.isJsxAttribute(parent)
}

/** `.sin` of `Math.sin`, of `Math['sin']` and of `const { sin } = Math`. */
function memberRead(name: ts.Identifier): string {
  const { parent } = name
  if (ts.isPropertyAccessExpression(parent) && parent.expression === name) return `.${parent.name.text}`
  if (ts.isElementAccessExpression(parent) && parent.expression === name) {
    return ts.isStringLiteralLike(parent.argumentExpression) ? `.${parent.argumentExpression.text}` : ''
  }
  if (ts.isVariableDeclaration(parent) && parent.initializer === name && ts.isObjectBindingPattern(parent.name)) {
    const first = parent.name.elements[0]
    return first === undefined ? '' : `.${(first.propertyName ?? first.name).getText()}`
  }
  return ''
}
