import { ThumbsDown, ThumbsUp, TriangleAlert } from 'lucide-react'
import type { SimulatedName } from '#shared/metrics/simulated-day'
import { figuresWhole } from '#shared/report/figures-whole'
import type { PlainSentence } from '#shared/report/plain-words'
import { plainText } from '#shared/report/plain-words'
import { table, words } from '../../state/words'
import type { MeasureRef } from '../../workers/messages'
import './plain-sentences.css'

const SIGNS = { better: ThumbsUp, worse: ThumbsDown, warning: TriangleAlert, same: undefined }

/** What a design does, in sentences that the measures carry; each opens the figure that it says. */
export function PlainSentences({
  sentences,
  isWhySaid,
  onOpen,
  onSimulated,
}: {
  readonly sentences: readonly PlainSentence[]
  /** With what caused it, as far as the numbers tell. */
  readonly isWhySaid: boolean
  readonly onOpen: (measure: MeasureRef) => void
  readonly onSimulated: (name: SimulatedName) => void
}) {
  if (sentences.length === 0) return <p className="quiet">{words('report.nothingMatters')}</p>
  return (
    <ul className="plain-sentences">
      {sentences.map((sentence) => {
        const { metric, simulated, verdict } = sentence
        const Sign = SIGNS[verdict]
        // What makes figures doubtful always says why.
        const text = plainText(isWhySaid || verdict === 'warning' ? sentence : { ...sentence, because: [] }, table)
        const said = (
          <>
            {Sign !== undefined && <Sign size={17} strokeWidth={2.2} aria-hidden />}
            <span>
              {(verdict === 'better' || verdict === 'worse') && <span className="visually-hidden">{words(`change.${verdict}`)}: </span>}
              {figuresWhole(text)}
            </span>
          </>
        )
        return (
          <li key={text} className={`is-${verdict}`}>
            {metric === undefined && simulated === undefined ? (
              <p>{said}</p>
            ) : (
              <button
                type="button"
                onClick={() => {
                  if (simulated !== undefined) onSimulated(simulated)
                  else if (metric !== undefined) onOpen({ metric, subject: undefined })
                }}
              >
                {said}
              </button>
            )}
          </li>
        )
      })}
    </ul>
  )
}
