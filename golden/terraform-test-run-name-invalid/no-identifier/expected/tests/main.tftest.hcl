run "plan_it_please" {
  command = plan
}

run "run_1" {
  command = plan
}

run "plan_b" {
  command = plan
}
