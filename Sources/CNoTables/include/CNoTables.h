// Nothing of this is called: what counts is what the linker finds here before it looks in Foundation.
