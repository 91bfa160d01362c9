/**
 * Published figures that a workshop can hold its own against, each with a sentence `published.KEY` and a
 * source `published.KEY.source`. They are beside the measures, never in them.
 */
export const PUBLISHED = ['walking', 'occupancy', 'stay', 'scopeCleaning', 'pilot', 'singleRooms'] as const
