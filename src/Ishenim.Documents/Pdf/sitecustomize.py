# Python runs this before the program that makes PDF, which lives for one paper: looking for unreachable cycles costs it
# a sixth of its time and frees nothing (docs/performance.md).
import gc

gc.disable()
