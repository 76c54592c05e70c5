"""Stacked: several 100 % bars, whose answers stand in one order, and a net at their right ends."""
