"""The central server: keeps what everyone shares, applies what people did, tells who may know."""
