import type { ReactNode } from 'react'

type DetailProps = {
  readonly name: string
  /** Two of them stand side by side. */
  readonly isShort?: boolean
  readonly children: ReactNode
}

/** A control of a step's details under its name. Who cannot see it is told by the control's own label. */
export function Detail({ name, isShort = false, children }: DetailProps) {
  return (
    <div className={isShort ? 'detail is-short' : 'detail'}>
      <span className="detail-name" aria-hidden>
        {name}
      </span>
      {children}
    </div>
  )
}
