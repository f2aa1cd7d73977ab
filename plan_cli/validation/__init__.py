"""What must or should hold inside a plan file. Rules only yield findings, `codes` weighs them."""
