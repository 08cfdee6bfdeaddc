variables {
  vpc_cidr = "mocked"
}
