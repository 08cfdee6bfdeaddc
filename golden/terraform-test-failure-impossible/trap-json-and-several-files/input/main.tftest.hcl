run "plan" {
  command         = plan
  expect_failures = [var.name, var.label]
}
