import { Button, createTheme, Drawer, Modal, NativeSelect, Textarea, TextInput } from '@mantine/core';

/** What a component is like unless it says otherwise; colours are in `styles/tokens.css`. */
export const theme = createTheme({
  respectReducedMotion: true,
  components: {
    Button: Button.extend({ defaultProps: { size: 'xs', variant: 'filled' } }),
    Modal: Modal.extend({ defaultProps: { overlayProps: { backgroundOpacity: 0.36 } } }),
    Drawer: Drawer.extend({ defaultProps: { overlayProps: { backgroundOpacity: 0.28 } } }),
    TextInput: TextInput.extend({ defaultProps: { size: 'sm' } }),
    Textarea: Textarea.extend({ defaultProps: { size: 'sm' } }),
    NativeSelect: NativeSelect.extend({ defaultProps: { size: 'sm' } }),
  },
});
