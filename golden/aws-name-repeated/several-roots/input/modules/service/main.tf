# Each root may go to an account of its own.
resource "aws_ecr_repository" "this" {
  name = "service"
}
