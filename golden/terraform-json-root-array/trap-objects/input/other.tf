locals {
  list = [{ a = 1 }]
}
