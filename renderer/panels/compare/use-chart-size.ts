import { useElementSize } from '@mantine/hooks'

/** From this width on a chart is on a projector or a large screen, and its type grows. Pixels. */
const LARGE_PX = 1500

/** The width there is for a chart, and how much larger than usual (14 px) its type is. */
export function useChartSize() {
  const { ref, width, height } = useElementSize<HTMLDivElement>()
  return { ref, width, height, k: width >= LARGE_PX ? 1.35 : 1 }
}
