import type { ScreenFrame } from '../../contract/screens/index.ts';
import type { Child, Markup } from './html.ts';
import type { Say } from './say.ts';

/** What the drawing of a screen may look at besides the screen itself. */
export interface ScreenContext {
  readonly say: Say;
  readonly frame: ScreenFrame;
  /** The words of an error at this field, where the last input had one. */
  readonly faultAt: (field: string) => string | undefined;
}

/** A screen drawn: the layout puts the rest around it. */
export interface ScreenView {
  /** The question of the page: heading and title of the document. */
  readonly title: string;
  /** A sentence under it: why, what is needed, how long it takes. */
  readonly lead?: Child;
  readonly body: Markup;
  /** Fields that show a notice of their own. */
  readonly fields: readonly string[];
  /** The page's one script. */
  readonly script: 'form' | 'form-work' | 'sign-in' | 'enrol' | 'wait' | 'work';
  /** A mark before the heading, for ends of a way. */
  readonly sign?: 'done' | 'stopped';
}

export type DrawScreen<Screen> = (screen: Screen, context: ScreenContext) => ScreenView;
