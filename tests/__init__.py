"""The proofs: folders that mirror report/, and the finished files as other people's programs see them."""
