# Copyright the shop.

terraform {
  required_version = ">= 1.5"
}
