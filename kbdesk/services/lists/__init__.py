"""The lists that come with a base as YAML files; read again only when they have changed."""
