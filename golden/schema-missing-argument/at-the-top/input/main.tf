resource "aws_lb_target_group_attachment" "web" {
  target_id = "i-0123456789abcdef0"
}

data "archive_file" "code" {
  source_file = "index.py"
}
