run "plan" {
  command = plan
}

run "plan" {
  command = apply
}

run "a b" {
  command = plan
}

run "a_b" {
  command = plan
}
