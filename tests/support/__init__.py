"""What tests share: silence, real data beside the checkout, and typing into widgets."""
