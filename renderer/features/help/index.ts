export { HelpDialog, type HelpPage } from './help-dialog.tsx';
