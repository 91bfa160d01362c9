import { createTheme, type MantineColorsTuple } from '@mantine/core'

/** Ten steps about the accent of tokens.css (step 7); the component library wants them as numbers. */
const ACCENT: MantineColorsTuple = ['#edf4fb', '#dbe8f4', '#b5d0e9', '#8cb6de', '#68a0d3', '#4f91cd', '#3679b9', '#1a66a8', '#125491', '#0b437a']

/** The theme of the component library, made from tokens.css. */
export const theme = createTheme({
  fontFamily: '"Inter Variable", Inter, system-ui, sans-serif',
  primaryColor: 'accent',
  primaryShade: 7,
  colors: { accent: ACCENT },
  black: '#1b2733',
  defaultRadius: 8,
  cursorType: 'pointer',
  focusRing: 'never', // base.css draws one ring for everything
  respectReducedMotion: true,
  fontSizes: { xs: '14px', sm: '14px', md: '16px', lg: '18px', xl: '20px' },
  components: {
    Button: { defaultProps: { size: 'md', radius: 8 }, styles: { root: { minHeight: 40, fontWeight: 550 } } },
    ActionIcon: { defaultProps: { size: 40, variant: 'subtle', color: 'dark' } },
    Tooltip: { defaultProps: { openDelay: 350, withArrow: true, fz: 14, color: '#1b2733' } },
    // Nothing behind it scrolls, and the style element that would stop it is refused by the policy of the page.
    Modal: { defaultProps: { lockScroll: false, centered: true, radius: 12, overlayProps: { backgroundOpacity: 0.35, color: '#1b2733' } } },
    TextInput: { defaultProps: { size: 'sm' } },
    NumberInput: { defaultProps: { size: 'sm' } },
  },
})
