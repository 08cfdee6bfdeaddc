# a hash /* in
# it */
output "a" {
  value = 1
}
