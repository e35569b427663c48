/**
 * Image presentations before which nothing is called safe. An under-trained detector calls everything safe, and flips were seen to
 * turn from invisible to obvious between 32,000 and 64,000.
 */
export const presentationsBeforeSafe = 64_000;
