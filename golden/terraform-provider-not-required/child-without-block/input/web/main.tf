resource "docker_image" "web" {
  name = "nginx:stable"
}
