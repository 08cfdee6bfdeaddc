resource "aws_quantum_computer" "main" {
}
