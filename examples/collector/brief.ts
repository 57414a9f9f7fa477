/** An error for the log: its first words only, since what follows may quote an event. */
export const brief = (error: unknown) => (error instanceof Error ? error.message.split(':')[0]! : 'unknown');
