locals {
  here  = file("${path.module}/here.txt")
  above = file("above.txt")
}
