"""kbdesk: the desktop knowledge companion of a contact-centre agent."""

__version__ = "0.1.0"
