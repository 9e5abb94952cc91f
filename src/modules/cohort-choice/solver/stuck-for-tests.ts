/** A thread that never comes back, as one that waits for a solver without end. */
for (;;);
