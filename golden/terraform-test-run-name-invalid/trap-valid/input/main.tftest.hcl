run "plan-it_2" {
  command = plan
}

run "_größe" {
  command = plan
}
