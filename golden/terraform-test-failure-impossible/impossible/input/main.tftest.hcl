run "kinds" {
  command         = plan
  expect_failures = [local.text, module.network, var.name]
}

run "undeclared" {
  command         = plan
  expect_failures = [var.nmae, output.gone, terraform_data.gone, check.naem]
}

run "without_a_condition" {
  command         = plan
  expect_failures = [var.label, output.label, terraform_data.plain]
}

run "no_list" {
  command         = plan
  expect_failures = var.name
}
