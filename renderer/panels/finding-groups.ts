import type { Finding } from '#shared/document/finding'

/** Headings of the list and the kinds of finding under each, by how their keys begin. The last takes the rest. */
const GROUPS = [
  { label: 'findings.group-rooms', kinds: ['finding.room'] },
  { label: 'findings.group-openings', kinds: ['finding.opening', 'finding.door', 'finding.window', 'finding.hatch'] },
  { label: 'findings.group-moving', kinds: ['finding.bedStuck', 'finding.wheelchair', 'finding.corridor'] },
  { label: 'findings.group-furniture', kinds: ['finding.fixture', 'finding.usePoint'] },
  { label: 'findings.group-brief', kinds: ['finding.brief'] },
  { label: 'findings.group-rest', kinds: [''] },
] as const

export type FindingGroup = { readonly label: (typeof GROUPS)[number]['label']; readonly findings: readonly Finding[] }

/** Findings under their headings, those without any left out. */
export function groupedFindings(findings: readonly Finding[]): readonly FindingGroup[] {
  const groupOf = (finding: Finding) => GROUPS.findIndex(({ kinds }) => kinds.some((kind) => finding.message.key.startsWith(kind)))
  return GROUPS.map(({ label }, i) => ({ label, findings: findings.filter((finding) => groupOf(finding) === i) })).filter(
    ({ findings: own }) => own.length > 0,
  )
}
